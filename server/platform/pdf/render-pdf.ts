// Typst: from a template and data to a tagged PDF. Loaded when the first document is made. Data is handed over as one
// JSON input; a template sets it as text, so that nothing in it can act as markup.
import type { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';

let loaded: NodeCompiler | undefined;

const load = async (): Promise<NodeCompiler> => {
  if (!loaded) {
    const { NodeCompiler: Compiler } = await import('@myriaddreamin/typst-ts-node-compiler');
    loaded = Compiler.create();
  }
  return loaded;
};

/** What the compiler remembers of earlier documents, in documents: they hold people's texts. */
const remembered = 2;

/**
 * @param template typst source; reads `json(bytes(sys.inputs.data))`
 * @param at the document's date
 * @throws Error where the template is wrong; its message holds nothing of the data
 */
export const renderPdf = async (template: string, data: unknown, at: Date): Promise<Buffer> => {
  const compiler = await load();
  const compiled = compiler.compile({ mainFileContent: template, inputs: { data: JSON.stringify(data) } });
  const document = compiled.result;
  if (!document) throw new Error('the template of the document does not compile');
  const creationTimestamp = Math.floor(at.getTime() / 1000);
  try {
    return compiler.pdf(document, { pdfStandard: 'ua-1', creationTimestamp });
  } catch {
    // PDF/UA refuses a character that no font at hand can draw. Such a text is still printed, tagged all the same.
    return compiler.pdf(document, { creationTimestamp });
  } finally {
    compiler.evictCache(remembered);
  }
};
