// Whether a resource is what its kind can be: each value of the right type, nothing missing, and no key that nobody reads.
//
// For kinds of Kubernetes and of most operators the models on npm know types and required fields, and pass over unknown keys; each
// resource is therefore also written down as a literal of its type, whose unknown keys the compiler finds. For all other kinds there are
// JSON schemas in schemas/, made from the CRDs of their operators; makeSchemas.mjs says how.
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import Ajv from 'ajv';
import ts from 'typescript';
import { named } from './render.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const modules = join(here, 'node_modules');
const packages = [
  'kubernetes-models',
  ...['argo-cd', 'cert-manager', 'cloudnative-pg', 'gateway-api', 'istio', 'keda', 'prometheus-operator', 'sealed-secrets'].map(
    (name) => `@kubernetes-models/${name}`,
  ),
];
const LITERALS = join(here, 'literals.ts');
// Kubernetes gives formats of its own (int32, quantity), which describe and do not restrict.
const ajv = new Ajv({ allErrors: true, strict: false, validateFormats: false });

export function schemaFile({ apiVersion, kind }) {
  return join(here, 'schemas', `${apiVersion.replace('/', '_')}_${kind}.json`);
}

function modelOf({ apiVersion, kind }) {
  const name = packages.find((candidate) => existsSync(join(modules, candidate, apiVersion, `${kind}.js`)));
  return name && `${name}/${apiVersion}/${kind}`;
}

/** The faults of resources, each in one line that begins with the resource. Equal ones are looked at once. */
export async function strictFaults(resources) {
  const faults = [];
  const typed = [];
  for (const resource of resources) {
    const model = modelOf(resource);
    if (existsSync(schemaFile(resource))) {
      faults.push(...againstSchema(resource));
    } else if (model) {
      faults.push(...(await againstModel(resource, model)));
      typed.push({ resource, model });
    } else {
      faults.push(`${named(resource)}: nobody here knows ${resource.apiVersion} ${resource.kind}; see check/makeSchemas.mjs`);
    }
  }
  return [...faults, ...unknownKeys(typed)];
}

const compiled = new Map();

function againstSchema(resource) {
  const file = schemaFile(resource);
  if (!compiled.has(file)) {
    compiled.set(file, ajv.compile(JSON.parse(readFileSync(file, 'utf8'))));
  }
  const validate = compiled.get(file);
  return validate(resource) ? [] : validate.errors.map((error) => `${named(resource)}: ${described(error)}`);
}

function described({ instancePath, keyword, params, message }) {
  const place = instancePath || '/';
  return keyword === 'additionalProperties' ? `${place} has no ${params.additionalProperty}` : `${place} ${message}`;
}

async function againstModel(resource, model) {
  const { kind } = resource;
  const path = pathToFileURL(join(modules, `${model}.js`));
  const Model = (await import(path))[kind];
  try {
    new Model(structuredClone(resource)).validate();
    return [];
  } catch (e) {
    return String(e.message)
      .split(/\n|, (?=data)/)
      .map((line) => `${named(resource)}: ${line.trim()}`);
  }
}

/** Lets the compiler read each resource as a literal of its type. */
function unknownKeys(typed) {
  const lines = [];
  const origins = [];
  const imports = new Map();
  for (const { model, resource } of typed) {
    imports.set(model, `Model${imports.has(model) ? imports.get(model).slice(5) : imports.size}`);
    lines.push(`export const resource${origins.length}: ${imports.get(model)} = `);
    origins.push({ resource, path: '' });
    literal(resource, '', lines, origins, resource);
  }
  const head = [...imports].map(([model, name]) => `import type { I${model.split('/').at(-1)} as ${name} } from '${model}';`);
  return compilerFaults([...head, ...lines].join('\n')).map(({ line, text }) => {
    const { resource, path } = origins[line - head.length];
    return `${named(resource)}: ${path || '/'} ${text}`;
  });
}

/** Writes a value with a line for each key, so that the compiler's line tells the place in the resource. */
function literal(value, path, lines, origins, resource) {
  const add = (text, place = path) => {
    lines.push(text);
    origins.push({ resource, path: place });
  };
  if (Array.isArray(value)) {
    add('[');
    value.forEach((item, index) => {
      literal(item, `${path}/${index}`, lines, origins, resource);
      add(',');
    });
    add(']');
  } else if (value !== null && typeof value === 'object') {
    add('{');
    for (const [key, item] of Object.entries(value)) {
      add(`${JSON.stringify(key)}:`, `${path}/${key}`);
      literal(item, `${path}/${key}`, lines, origins, resource);
      add(',');
    }
    add('}');
  } else {
    add(JSON.stringify(value));
  }
}

function compilerFaults(source) {
  const options = {
    noEmit: true,
    strict: true,
    skipLibCheck: true,
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    types: [],
  };
  const host = ts.createCompilerHost(options);
  const { getSourceFile, fileExists, readFile } = host;
  host.getSourceFile = (name, ...rest) =>
    name === LITERALS ? ts.createSourceFile(name, source, options.target) : getSourceFile.call(host, name, ...rest);
  host.fileExists = (name) => name === LITERALS || fileExists.call(host, name);
  host.readFile = (name) => (name === LITERALS ? source : readFile.call(host, name));
  const program = ts.createProgram([LITERALS], options, host);
  const file = program.getSourceFile(LITERALS);
  return [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)].map((diagnostic) => ({
    line: file.getLineAndCharacterOfPosition(diagnostic.start).line,
    text: shortened(ts.flattenDiagnosticMessageText(diagnostic.messageText, '\n')),
  }));
}

/** The compiler names the whole type; what helps is the key. */
function shortened(text) {
  const unknown = /(?:may only specify known properties, (?:and|but) )'"?([^'"]+)"?' does not exist/.exec(text);
  return unknown ? `has no ${unknown[1]} (an unknown key)` : text.split('\n').at(-1).trim().slice(0, 300);
}
