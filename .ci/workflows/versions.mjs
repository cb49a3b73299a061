// k8s/versions.yaml, whose lines are read and written one by one, so that its comments stay.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './images.mjs';

export const FILE = join(root, 'k8s/versions.yaml');

export function valueOf(text, key) {
  return new RegExp(`^  ${key.replaceAll('.', '\\.')}: (.*)$`, 'm').exec(text)?.[1];
}

/** The text with another value for a key; a new key comes behind the one that it belongs to. */
export function withValue(text, key, value, after) {
  if (valueOf(text, key) !== undefined) {
    return text.replace(new RegExp(`^(  ${key.replaceAll('.', '\\.')}: ).*$`, 'm'), `$1${value}`);
  }
  if (valueOf(text, after) === undefined) {
    throw new Error(`k8s/versions.yaml has no ${after}; add it for the new image`);
  }
  return text.replace(new RegExp(`^(  ${after.replaceAll('.', '\\.')}: .*)$`, 'm'), `$1\n  ${key}: ${value}`);
}

export const read = () => readFileSync(FILE, 'utf8');
export const write = (text) => writeFileSync(FILE, text);
