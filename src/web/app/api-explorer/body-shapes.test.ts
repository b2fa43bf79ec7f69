import { expect, test } from 'vitest';
import { exampleOf } from './example-of.ts';
import { fieldsOf } from './fields-of.ts';
import type { Schema } from './open-api.ts';

const invitation: Schema = {
  type: 'object',
  required: ['email', 'problemRoles'],
  properties: {
    email: { type: 'string', description: 'Where they read mail.' },
    role: { enum: ['member', 'admin'], default: 'member' },
    problemRoles: {
      type: 'array',
      items: { type: 'object', required: ['id'], properties: { id: { type: 'string' }, roles: { type: 'array' } } },
    },
  },
};

test('house a body begins with what is required, as deep as it goes', () => {
  expect(exampleOf(invitation)).toEqual({ email: '', problemRoles: [{ id: '' }] });
});

test('house an example takes constants, defaults and first choices; where nothing is required it shows everything', () => {
  const schema: Schema = {
    type: 'object',
    properties: {
      kind: { const: 'go' },
      many: { type: 'integer', default: 7 },
      either: { anyOf: [{ type: 'boolean' }, { type: 'string' }] },
      both: {
        allOf: [
          { type: 'object', properties: { a: { type: 'number' } } },
          { type: 'object', properties: { b: { enum: ['x', 'y'] } } },
        ],
      },
      nothing: { type: ['null', 'string'] },
    },
  };
  expect(exampleOf(schema)).toEqual({ kind: 'go', many: 7, either: false, both: { a: 0, b: 'x' }, nothing: null });
});

test('house a schema that contains itself has an end', () => {
  const tree: { type: string; required: string[]; properties: Record<string, Schema> } = {
    type: 'object',
    required: ['child'],
    properties: {},
  };
  tree.properties['child'] = tree;
  expect(JSON.stringify(exampleOf(tree)).length).toBeLessThan(200);
  expect(fieldsOf(tree).length).toBeLessThan(10);
});

test('house the fields of a body are listed with their type, also inside', () => {
  expect(fieldsOf(invitation)).toEqual([
    { name: 'email', type: 'string', isRequired: true, description: 'Where they read mail.' },
    { name: 'role', type: '"member" | "admin"', isRequired: false, description: '' },
    { name: 'problemRoles', type: 'object[]', isRequired: true, description: '' },
    { name: 'problemRoles[].id', type: 'string', isRequired: true, description: '' },
    { name: 'problemRoles[].roles', type: 'any[]', isRequired: false, description: '' },
  ]);
});

test('house a field that several shapes share is listed once', () => {
  const shape = (kind: string): Schema => ({ type: 'object', properties: { kind: { const: kind } } });
  expect(fieldsOf({ oneOf: [shape('a'), shape('b')] }).map(({ name, type }) => [name, type])).toEqual([
    ['kind', '"a"'],
  ]);
});
