// The content security policy lets no string become markup. Solid clones its compiled templates from strings; this
// default policy lets those pass and refuses whatever could run: scripts, event attributes, frames, foreign addresses.

const couldRun = /<\s*(script|iframe|object|embed|base|meta|link)\b|\son[a-z]+\s*=|javascript:|srcdoc\s*=/i;

type Policies = { createPolicy(name: string, rules: { createHTML(text: string): string }): unknown };

/** To be called before the first component is rendered. Browsers without Trusted Types need nothing. */
export const trustTemplates = (): void => {
  const { trustedTypes } = globalThis as { trustedTypes?: Policies };
  trustedTypes?.createPolicy('default', {
    createHTML: (text) => {
      if (couldRun.test(text)) throw new TypeError('Markup that could run is refused');
      return text;
    },
  });
};
