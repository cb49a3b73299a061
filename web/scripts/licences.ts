import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';

const PACKAGE = /node_modules\/((?:@[^/]+\/)?[^/]+)\//;
const FILES = ['LICENSE', 'LICENSE.md', 'LICENSE.txt', 'license', 'license.md'];

interface Description {
  readonly name: string;
  readonly version: string;
  readonly license?: string;
}

function textOf(name: string): string {
  const folder = join('node_modules', name);
  const described = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Description;
  const file = FILES.map((each) => join(folder, each)).find((each) => existsSync(each));
  const text = file ? readFileSync(file, 'utf8').trim() : `Licence: ${described.license ?? 'not named'}`;
  return `${described.name} ${described.version}\n\n${text}\n`;
}

/** Writes the licences of all packages that are in the bundle, fonts included, beside it. */
export function licences(): Plugin {
  return {
    name: 'licences',
    generateBundle(_options, bundle) {
      const names = new Set<string>();
      for (const file of Object.values(bundle)) {
        const sources = file.type === 'chunk' ? file.moduleIds : file.originalFileNames;
        for (const source of sources) {
          const name = PACKAGE.exec(source)?.[1];
          if (name) names.add(name);
        }
      }
      const texts = [...names].sort().map(textOf);
      this.emitFile({ type: 'asset', fileName: 'licences.txt', source: texts.join(`\n${'-'.repeat(80)}\n\n`) });
    },
  };
}
