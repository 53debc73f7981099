// A Vite plugin: the page forbids writing strings into HTML (Trusted Types), and Solid makes its compiled templates
// in exactly one place that way. That place, and no other, gets a policy; the server's header names it, and no default policy is needed.
import type { Plugin } from 'vite';

/** To be named in the header: `trusted-types solid; require-trusted-types-for 'script'`. */
export const policyName = 'solid';

const sink = 't.innerHTML = html;';
const prelude = `
const templatePolicy = globalThis.trustedTypes?.createPolicy(${JSON.stringify(policyName)}, { createHTML: (html) => html })
  ?? { createHTML: (html) => html };
`;

export function trustedTemplates(): Plugin {
  return {
    name: 'rinki:trusted-templates',
    apply: 'build',
    transform(code, id) {
      if (!/solid-js[\\/]web[\\/]dist[\\/](web|dev)\.js/.test(id)) return;
      if (code.split(sink).length !== 2)
        throw new Error(`Solid no longer makes its templates as known: ${id}`);
      return {
        code: prelude + code.replace(sink, 't.innerHTML = templatePolicy.createHTML(html);'),
        map: null,
      };
    },
  };
}
