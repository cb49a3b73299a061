// Prints what CHANGELOG.md says of a release: releaseNotes.mjs v1.2.3. Fails unless the tag is a semantic version that can be released.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { root } from './images.mjs';

const VERSION = /^v(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)(?:-([0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*))?$/;

function parsed(tag) {
  const match = VERSION.exec(tag);
  return match && { numbers: match.slice(1, 4).map(Number), early: match[4]?.split('.') };
}

/** The order of semver.org: what is released goes after what came before it, and numbers are compared as numbers. */
export function compare(one, other) {
  const [a, b] = [parsed(one), parsed(other)];
  const byNumber = a.numbers.map((number, i) => number - b.numbers[i]).find((difference) => difference !== 0);
  if (byNumber) {
    return byNumber;
  }
  if (!a.early || !b.early) {
    return (a.early ? -1 : 0) + (b.early ? 1 : 0);
  }
  for (let i = 0; i < Math.max(a.early.length, b.early.length); i++) {
    const [x, y] = [a.early[i], b.early[i]];
    if (x === undefined || y === undefined) {
      return x === undefined ? -1 : 1;
    }
    if (x !== y) {
      const [isNumberX, isNumberY] = [/^\d+$/.test(x), /^\d+$/.test(y)];
      return isNumberX && isNumberY ? x - y : isNumberX !== isNumberY ? (isNumberX ? -1 : 1) : x < y ? -1 : 1;
    }
  }
  return 0;
}

/** The section of a version, or of the one that it leads to. */
export function notes(tag, tagsBefore, pom, changelog) {
  if (!parsed(tag)) {
    throw new Error(`${tag} is no semantic version such as v1.2.3 or v1.2.3-rc.1`);
  }
  const later = tagsBefore.find((other) => parsed(other) && other !== tag && compare(other, tag) >= 0);
  if (later) {
    throw new Error(`${later} was released, which is not before ${tag}`);
  }
  const version = tag.slice(1);
  const inPom = /<artifactId>dungeon-parent<\/artifactId>\s*<version>([^<]+)<\/version>/.exec(pom)[1];
  if (inPom.replace(/-SNAPSHOT$/, '') !== version.replace(/-.*$/, '')) {
    throw new Error(`The parent POM has the version ${inPom}, and the tag is ${tag}`);
  }
  const released = version.replace(/-.*$/, '');
  const sections = changelog.split(/^## /m).slice(1);
  const section = sections.find((one) => one.startsWith(`${released} `) || one.startsWith(`${released}\n`));
  if (!section?.includes('\n- ')) {
    throw new Error(`CHANGELOG.md says nothing of ${released}`);
  }
  return section.slice(section.indexOf('\n')).trim();
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const tags = execFileSync('git', ['tag', '--list', 'v*'], { cwd: root, encoding: 'utf8' }).split('\n').filter(Boolean);
  const file = (name) => readFileSync(join(root, name), 'utf8');
  console.log(notes(process.argv[2], tags, file('pom.xml'), file('CHANGELOG.md')));
}
