// Stands in for Zod in the browser's bundle. The client takes addresses and types from the shared contracts; the
// schemas are the server's to check with, and would be a fifth of the first load. Whatever is asked of `z` is `z`.
const schema: object = new Proxy(() => undefined, {
  get: (target, name) => (name === 'prototype' ? Reflect.get(target, name) : schema),
  apply: () => schema,
});

export const z = schema;
