// What stands in versions.yaml, the one file with hosts of images and charts and with their versions.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { k8s } from './render.mjs';

export const versions = parse(readFileSync(join(k8s, 'versions.yaml'), 'utf8')).data;
