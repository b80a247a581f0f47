/** pdf.js, loaded when the first paper is looked at; no evaluation of text as code, no fetching. */

import type { PDFDocumentProxy } from 'pdfjs-dist';

export interface Paper {
  /** In points at 100 %, one per page. */
  sizes: { width: number; height: number }[];
  /** Draws a page into a place, unless the paper is closed; `stop` frees it. */
  draw: (page: number, scale: number, place: HTMLElement) => { stop: () => void };
  /** Ends every drawing and gives the memory back. */
  close: () => Promise<void>;
}

async function library() {
  const [pdf, worker] = await Promise.all([import('pdfjs-dist'), import('pdfjs-dist/build/pdf.worker.min.mjs?url')]);
  pdf.GlobalWorkerOptions.workerSrc = worker.default;
  return pdf;
}

/** The screen has 96 dots for the 72 points of an inch. */
const dots = 96 / 72;

async function drawPage(
  file: PDFDocumentProxy,
  number: number,
  scale: number,
  canvas: HTMLCanvasElement,
  place: HTMLElement,
  stopped: AbortSignal,
): Promise<void> {
  const page = await file.getPage(number);
  if (stopped.aborted) return;
  const viewport = page.getViewport({ scale: dots * scale });
  canvas.width = Math.round(viewport.width);
  canvas.height = Math.round(viewport.height);
  const task = page.render({ canvas, viewport });
  stopped.addEventListener('abort', () => task.cancel());
  place.replaceChildren(canvas);
  // A drawing that was stopped has nothing to say.
  await task.promise.catch(() => undefined);
}

export async function openPdf(bytes: ArrayBuffer): Promise<Paper> {
  const pdf = await library();
  // The worker takes the bytes away; the caller may want them again for saving.
  const task = pdf.getDocument({ data: bytes.slice(0), isEvalSupported: false, useWorkerFetch: false });
  const file = await task.promise;
  const sizes: Paper['sizes'] = [];
  for (let number = 1; number <= file.numPages; number++) {
    const { width, height } = (await file.getPage(number)).getViewport({ scale: dots });
    sizes.push({ width, height });
  }
  const closing = new AbortController();
  const draw: Paper['draw'] = (number, scale, place) => {
    const canvas = document.createElement('canvas');
    const stopping = new AbortController();
    const stopped = AbortSignal.any([stopping.signal, closing.signal]);
    void drawPage(file, number, scale * window.devicePixelRatio, canvas, place, stopped).catch((error: unknown) => {
      if (!stopped.aborted) throw error;
    });
    const stop = () => {
      stopping.abort();
      // An empty canvas gives its memory back at once.
      canvas.width = 0;
      canvas.height = 0;
      canvas.remove();
    };
    return { stop };
  };
  const close = () => {
    closing.abort();
    return task.destroy();
  };
  return { sizes, draw, close };
}
