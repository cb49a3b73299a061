// Writes into k8s/versions.yaml what was pushed: setTags.mjs <folder with a file for each image that holds its tag> <commit>.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { read, withValue, write } from './versions.mjs';

const TAG = /^[\w.-]+@sha256:[0-9a-f]{64}$/;

export function withTags(text, tags, commit) {
  for (const [image, tag] of tags) {
    if (!TAG.test(tag)) {
      throw new Error(`The tag of ${image} is ${tag}, without a digest; what runs has to be what was signed`);
    }
    text = withValue(withValue(text, `${image}.tag`, tag, `${image}.tag`), `${image}.commit`, commit, `${image}.tag`);
  }
  return text;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [folder, commit] = process.argv.slice(2);
  const tags = readdirSync(folder).sort().map((image) => [image, readFileSync(join(folder, image), 'utf8').trim()]);
  write(withTags(read(), tags, commit));
}
