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

/** The faults of resources: which one, and in a line that begins with its name, what. */
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
      faults.push(fault(resource, `nobody here knows ${resource.apiVersion} ${resource.kind}; see check/makeSchemas.mjs`));
    }
  }
  // Of what a model has found, the compiler would say the same at greater length.
  const said = new Set(faults.map(({ resource }) => resource));
  return [...faults, ...compilerFaults(typed).filter(({ resource, unknown }) => unknown || !said.has(resource))];
}

function fault(resource, says) {
  return { resource, says: `${named(resource)}: ${says}` };
}

const schemas = new Map();

function againstSchema(resource) {
  const file = schemaFile(resource);
  if (!schemas.has(file)) {
    schemas.set(file, ajv.compile(JSON.parse(readFileSync(file, 'utf8'))));
  }
  const validate = schemas.get(file);
  return validate(resource) ? [] : validate.errors.map((error) => fault(resource, described(error)));
}

function described({ instancePath, keyword, params, message }) {
  const place = instancePath || '/';
  return keyword === 'additionalProperties' ? `${instancePath}/${params.additionalProperty} is an unknown key` : `${place} ${message}`;
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
      .map((line) => fault(resource, line.trim().replace(/^data/, '')));
  }
}

/** Lets the compiler read each resource as a literal of its type. */
function compilerFaults(typed) {
  const lines = [];
  const origins = [];
  const names = new Map();
  for (const { model, resource } of typed) {
    names.set(model, names.get(model) ?? `Model${names.size}`);
    lines.push(`export const resource${origins.length}: ${names.get(model)} = `);
    origins.push({ resource, path: '' });
    literal(resource, '', lines, origins, resource);
  }
  const head = [...names].map(([model, name]) => `import type { I${model.split('/').at(-1)} as ${name} } from '${model}';`);
  return compiled([...head, ...lines].join('\n')).map(({ line, text }) => {
    const { resource, path } = origins[line - head.length];
    const unknown = text.includes('may only specify known properties');
    return { unknown, ...fault(resource, `${path || '/'} ${unknown ? 'is an unknown key' : text.split('\n').at(-1).trim().slice(0, 300)}`) };
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

/** What the compiler says of a source, with its line. */
function compiled(source) {
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
    text: ts.flattenDiagnosticMessageText(diagnostic.messageText, '\n'),
  }));
}
