// Prints, as JSON, the images of which something has changed since the commit that they were last made of: changedImages.mjs [true for all].
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { images, isIn, root } from './images.mjs';
import { read, valueOf } from './versions.mjs';

function filesSince(commit) {
  try {
    return execFileSync('git', ['diff', '--name-only', commit, 'HEAD'], { cwd: root, encoding: 'utf8' }).split('\n').filter(Boolean);
  } catch {
    // Of another history, such as before a repository was copied.
    return null;
  }
}

/**
 * @param all the places of each image
 * @param commitOf the commit that an image was last made of; none if it never was
 * @param changes the files that have changed since a commit; null if nobody knows
 */
export function changed(all, commitOf, changes) {
  return [...all]
    .filter(([name, places]) => {
      const commit = commitOf(name);
      const files = commit && changes(commit);
      return !files || files.some((file) => isIn(file, places));
    })
    .map(([name]) => name);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const text = read();
  const all = images();
  console.log(JSON.stringify(process.argv[2] === 'true' ? [...all.keys()] : changed(all, (name) => valueOf(text, `${name}.commit`), filesSince)));
}
