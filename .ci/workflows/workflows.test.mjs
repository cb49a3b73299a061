import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { changed } from './changedImages.mjs';
import { images, isIn } from './images.mjs';
import { compare, notes } from './releaseNotes.mjs';
import { withTags } from './setTags.mjs';

const POM = '<artifactId>dungeon-parent</artifactId>\n  <version>1.2.0-SNAPSHOT</version>';
const CHANGELOG = '# Changelog\n\n## 1.2.0 (unreleased)\n\n- New.\n  And more.\n\n## 1.1.0\n\n- Old.\n';
const DIGEST = `sha256:${'0'.repeat(64)}`;

function repository(t) {
  const base = mkdtempSync(join(tmpdir(), 'images-'));
  t.after(() => rmSync(base, { recursive: true }));
  const dependency = (name) => `<dependency>\n<groupId>dungeon</groupId>\n<artifactId>${name}</artifactId></dependency>`;
  const pom = (folder, artifact, ...needs) => {
    const file = join(base, folder, 'pom.xml');
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, `<parent><artifactId>parent</artifactId></parent><artifactId>${artifact}</artifactId>${needs.map(dependency).join('')}`);
  };
  pom('schemas', 'schemas');
  pom('topology', 'topology', 'schemas');
  pom('players/java', 'players-java', 'schemas');
  pom('k8s/images/topology', 'image-topology', 'topology');
  pom('k8s/images/bots', 'image-bots', 'players-java');
  pom('k8s/images/kafka', 'image-kafka');
  writeFileSync(join(base, 'k8s/images/base'), '');
  writeFileSync(join(base, 'k8s/versions.yaml'), 'data:\n  topology.tag: 0.1.0\n  bots.tag: 0.1.0\n  strimzi-kafka.tag: 1.2.0\n');
  return base;
}

test('an image is made of its modules and of what they need', (t) => {
  const all = images(repository(t));
  assert.deepEqual([...all.keys()].sort(), ['bots', 'strimzi', 'topology']);
  assert.deepEqual(all.get('topology').sort(), ['.mvn', 'k8s/images/base', 'k8s/images/topology', 'pom.xml', 'schemas', 'topology']);
});

test('only what has changed is built', (t) => {
  const all = images(repository(t));
  const builtFor = (...files) => changed(all, () => 'commit', () => files).sort();
  assert.deepEqual(builtFor('docs/cluster.md', 'k8s/versions.yaml', 'topology-notes.md'), []);
  assert.deepEqual(builtFor('players/java/src/main/java/Bot.java'), ['bots']);
  assert.deepEqual(builtFor('schemas/pom.xml'), ['bots', 'strimzi', 'topology']);
  assert.deepEqual(builtFor('k8s/images/base'), ['bots', 'topology']);
});

test('what was never built, or in a history that nobody knows, is built', (t) => {
  const all = images(repository(t));
  assert.equal(changed(all, () => undefined, () => []).length, 3);
  assert.equal(changed(all, () => 'gone', () => null).length, 3);
});

test('a place is a folder and not the beginning of a name', () => {
  assert.equal(isIn('topology/src/A.java', ['topology']), true);
  assert.equal(isIn('topology-notes.md', ['topology']), false);
});

test('digests are written beside what is there', () => {
  const before = 'data:\n  # Ours.\n  topology.tag: 0.1.0\n  strimzi-kafka.tag: 1.2.0\n';
  const once = withTags(before, [['topology', `git-abc@${DIGEST}`]], 'abc');
  assert.equal(once, `data:\n  # Ours.\n  topology.tag: git-abc@${DIGEST}\n  topology.commit: abc\n  strimzi-kafka.tag: 1.2.0\n`);
  assert.equal(withTags(once, [['topology', `git-def@${DIGEST}`]], 'def'), once.replaceAll('abc', 'def'));
  assert.throws(() => withTags(before, [['topology', 'latest']], 'abc'), /without a digest/);
  assert.throws(() => withTags(before, [['bots', `git-abc@${DIGEST}`]], 'abc'), /has no bots\.tag/);
});

test('versions are in the order of semver.org', () => {
  const ordered = ['v1.0.0-alpha', 'v1.0.0-alpha.1', 'v1.0.0-alpha.beta', 'v1.0.0-beta', 'v1.0.0-beta.2', 'v1.0.0-beta.11', 'v1.0.0-rc.1', 'v1.0.0', 'v1.2.0', 'v1.10.0'];
  assert.deepEqual([...ordered].reverse().sort(compare), ordered);
});

test('a release is what the changelog says of it', () => {
  assert.equal(notes('v1.2.0', ['v1.1.0', 'v1.2.0', 'v1.2.0-rc.1'], POM, CHANGELOG), '- New.\n  And more.');
  assert.equal(notes('v1.2.0-rc.1', ['v1.1.0'], POM, CHANGELOG), '- New.\n  And more.');
  assert.throws(() => notes('1.2', [], POM, CHANGELOG), /no semantic version/);
  assert.throws(() => notes('v1.2.0', ['v1.10.0'], POM, CHANGELOG), /v1\.10\.0 was released/);
  assert.throws(() => notes('v1.1.0', [], POM, CHANGELOG), /POM has the version 1\.2\.0-SNAPSHOT/);
  assert.throws(() => notes('v1.2.0', [], POM, '# Changelog\n\n## 1.2.0 (unreleased)\n'), /says nothing/);
});
