// node validate.js SCHEMA FILE: prints what is wrong with FILE; exit code 1 when something is.
// The published schemas let readers meet fields they do not know; here a field that no schema names is a mistake.
const fs = require('fs');
const Ajv = require('ajv');
const read = file => JSON.parse(fs.readFileSync(file, 'utf8'));
const close = schema => {
  if (schema.properties && schema.additionalProperties === undefined) schema.additionalProperties = false;
  Object.values(schema).filter(v => v && typeof v === 'object').forEach(close);
  return schema;
};
const [schema, document] = process.argv.slice(2).map(read);
const draft4 = schema.$schema.includes('draft-04');
const ajv = new Ajv({
  schemaId: draft4 ? 'id' : '$id',
  allErrors: true,
  meta: draft4 ? require('ajv/lib/refs/json-schema-draft-04.json') : true,
  logger: false,
});
if (!ajv.validate(draft4 ? schema : close(schema), document)) {
  console.log(JSON.stringify(ajv.errors.slice(0, 10), null, 1));
  process.exit(1);
}
