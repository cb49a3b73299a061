// Checks AsyncAPI documents: whether they are ones, their Avro schemas too, and whether each example is as its schema says.
// Usage: node check-asyncapi.mjs <file>...; ends with 1 if a document has a fault, and prints each with its place.
import { readFileSync } from 'node:fs';
import { AvroSchemaParser } from '@asyncapi/avro-schema-parser';
import { DiagnosticSeverity, Parser } from '@asyncapi/parser';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import avro from 'avsc';

const parser = new Parser({ schemaParsers: [AvroSchemaParser()] });

/** What the parser itself finds. */
async function faultsOfDocument(text) {
  const { diagnostics } = await parser.parse(text);
  return diagnostics
    .filter(({ severity }) => severity === DiagnosticSeverity.Error)
    .map(({ path, message }) => `#/${path.join('/')}: ${message}`);
}

/** What is wrong with an Avro schema, or with examples in Avro's own JSON. */
function faultsOfAvro(schema, examples, place) {
  let type;
  try {
    type = avro.Type.forSchema(schema);
  } catch (e) {
    return [`${place}/payload/schema: ${e.message}`];
  }
  return examples.flatMap(({ payload }, i) => {
    try {
      type.fromString(JSON.stringify(payload));
      return [];
    } catch (e) {
      return [`${place}/examples/${i}/payload: ${e.message}`];
    }
  });
}

/** What is wrong with examples, at which the parser does not look in documents of version 3; nor into Avro schemas. */
function faultsOfExamples(document) {
  const ajv = new Ajv({ strict: false, allErrors: true });
  addFormats(ajv);
  ajv.addSchema(document, 'document');
  const faults = [];
  const hold = (example, place, schema) => {
    const fits = ajv.getSchema(`document#${schema}`);
    if (!fits(example)) {
      faults.push(...fits.errors.map(({ instancePath, message }) => `#${place}${instancePath}: ${message}`));
    }
  };
  for (const [channel, { messages }] of Object.entries(document.channels)) {
    for (const [name, { payload, headers, examples = [] }] of Object.entries(messages)) {
      const message = `/channels/${channel}/messages/${name}`;
      if (payload.schemaFormat) {
        faults.push(...faultsOfAvro(payload.schema, examples, `#${message}`));
      } else {
        examples.forEach((example, i) => hold(example.payload, `${message}/examples/${i}/payload`, `${message}/payload`));
      }
      if (headers) {
        examples.forEach((example, i) => hold(example.headers ?? {}, `${message}/examples/${i}/headers`, `${message}/headers`));
      }
    }
  }
  for (const [name, { examples = [] }] of Object.entries(document.components.schemas)) {
    examples.forEach((example, i) => hold(example, `/components/schemas/${name}/examples/${i}`, `/components/schemas/${name}`));
  }
  return faults;
}

const files = process.argv.slice(2);
if (files.length === 0) {
  console.error('Usage: node check-asyncapi.mjs <file>...');
  process.exitCode = 2;
}
for (const file of files) {
  const text = readFileSync(file, 'utf8');
  let faults = await faultsOfDocument(text);
  if (faults.length === 0) {
    faults = faultsOfExamples(JSON.parse(text));
  }
  faults.forEach((fault) => console.error(`${file}${fault}`));
  if (faults.length > 0) {
    process.exitCode = 1;
  } else {
    console.log(`${file}: in order`);
  }
}
