// Checks forms/*.form and .camunda/element-templates/*.json for what Tasklist 7.24 (form-js 1.8.7) and Camunda Modeler take.
import { readFileSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import validator from '@bpmn-io/element-templates-validator';

const FORMS = 'forms';
const TEMPLATES = '.camunda/element-templates';
// filepicker breaks the whole form in Tasklist; button is Tasklist's own.
const WORKING = new Set(
  'text html textfield number textarea select radio checkbox checklist taglist datetime group dynamiclist table separator spacer'.split(' '),
);
// What the server renders, escaped: the one value that a text component may insert. See ADR 33.
const CARD = /^\{\{order\.(card|\w+Card)\}\}$/;
const MARKUP = /<style|<table|\{\{#(if|loop)/;
const problems = [];
const report = (file, problem) => problems.push(`${file}: ${problem}`);
const files = (folder, ending) => readdirSync(folder).filter((name) => name.endsWith(ending)).map((name) => join(folder, name));
const parse = (file) => JSON.parse(readFileSync(file, 'utf8'));
const flat = (components) => components.flatMap((component) => [component, ...flat(component.components ?? [])]);

for (const file of files(FORMS, '.form')) {
  const form = parse(file);
  if (form.id !== basename(file, '.form')) report(file, `id ${form.id} is not the file name`);
  if (form.schemaVersion !== 16) report(file, `schemaVersion ${form.schemaVersion}, Tasklist reads 16`);
  if (form.executionPlatform !== 'Camunda Platform') report(file, `executionPlatform ${form.executionPlatform}`);
  const ids = new Set();
  const keys = new Set();
  for (const { id, key, type, text = '', content = '' } of flat(form.components)) {
    if (!WORKING.has(type)) report(file, `${id}: Tasklist cannot show a ${type}`);
    if (!id || ids.has(id)) report(file, `component id ${id} is missing or used twice`);
    if (key && keys.has(key)) report(file, `key ${key} is used twice`);
    // Tasklist sends every keyed field back: a field on order.x would overwrite the order.
    if (key?.includes('.')) report(file, `${id}: key ${key} would overwrite the whole variable`);
    // The card shows what is there and looks the same everywhere: a manager reads and edits the rest.
    if (MARKUP.test(content + text)) report(file, `${id}: show the card with a text {{order.card}}, without markup of its own`);
    // html escapes what it inserts; text renders it as Markdown, so a customer could plant a link or a picture.
    if (type === 'text' && (text.includes('{{') || text.startsWith('=')) && !CARD.test(text)) report(file, `${id}: show values with html, not text`);
    if (type === 'html' && /order\.(card|\w+Card)\b/.test(content)) report(file, `${id}: show the card with text, html escapes it once more`);
    ids.add(id);
    keys.add(key);
  }
}

for (const file of files(TEMPLATES, '.json')) {
  const ids = new Set();
  const { results } = validator.validateAll(parse(file));
  for (const { valid, errors, object } of results) {
    if (!valid) errors.forEach(({ message }) => report(file, `${object.id}: ${message}`));
    if (ids.has(object.id)) report(file, `template ${object.id} is defined twice`);
    ids.add(object.id);
  }
}

problems.forEach((problem) => console.error(problem));
process.exitCode = problems.length ? 1 : 0;
