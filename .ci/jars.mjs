// Finds out what jars are: by the properties that Maven leaves in them, or else by their names.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { inflateRawSync } from 'node:zlib';

const END_OF_DIRECTORY = 0x06054b50;
const PROPERTIES = /^META-INF\/maven\/[^/]+\/([^/]+)\/pom\.properties$/;

/** The components of all jars under a folder, as CycloneDX has them; none if there is no such folder. */
export function componentsIn(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true })
    .filter((file) => file.endsWith('.jar'))
    .sort()
    .map((file) => component(join(folder, file)));
}

function component(file) {
  const bytes = readFileSync(file);
  const { group, name, version } = ofMaven(bytes, basename(file)) ?? ofName(basename(file));
  return {
    type: 'library',
    ...(group ? { group } : {}),
    name,
    version,
    purl: `pkg:maven/${group ? `${group}/` : ''}${name}@${version}?type=jar`,
    hashes: [{ alg: 'SHA-256', content: createHash('sha256').update(bytes).digest('hex') }],
  };
}

/** A jar with others inside has the properties of each; its own are those of the artifact that it is called by. */
function ofMaven(bytes, fileName) {
  for (const { name, read } of entries(bytes)) {
    const artifact = PROPERTIES.exec(name)?.[1];
    if (artifact && fileName.includes(`${artifact}-`)) {
      const value = (key) => new RegExp(`^${key}=(.*?)\\r?$`, 'm').exec(read())?.[1];
      if (fileName.endsWith(`${artifact}-${value('version')}.jar`)) return { group: value('groupId'), name: artifact, version: value('version') };
    }
  }
  return undefined;
}

/** Quarkus puts the group before the name, with a dot between. */
function ofName(fileName) {
  const [, full, version] = /^(.+?)-(\d.*)\.jar$/.exec(fileName) ?? [null, fileName.replace(/\.jar$/, ''), 'unknown'];
  const dot = full.lastIndexOf('.');
  return dot < 0 ? { name: full, version } : { group: full.slice(0, dot), name: full.slice(dot + 1), version };
}

function* entries(zip) {
  let end = zip.length - 22;
  while (end >= 0 && zip.readUInt32LE(end) !== END_OF_DIRECTORY) end--;
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left--) {
    const [method, packed] = [zip.readUInt16LE(at + 10), zip.readUInt32LE(at + 20)];
    const [nameLength, extra, comment] = [zip.readUInt16LE(at + 28), zip.readUInt16LE(at + 30), zip.readUInt16LE(at + 32)];
    const local = zip.readUInt32LE(at + 42);
    yield {
      name: zip.toString('utf8', at + 46, at + 46 + nameLength),
      read: () => {
        const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
        const data = zip.subarray(start, start + packed);
        return (method === 0 ? data : inflateRawSync(data)).toString('utf8');
      },
    };
    at += 46 + nameLength + extra + comment;
  }
}
