// A document for libraries that draw into one, in Node.
import { JSDOM } from 'jsdom';

const dom = new JSDOM('<!doctype html><html lang="en"><body></body></html>', { pretendToBeVisual: true });
export const { window } = dom;
for (const name of ['window', 'document', 'navigator', 'HTMLElement', 'Element', 'Node', 'Event', 'CustomEvent', 'MutationObserver', 'File', 'FileList', 'Blob']) {
  Object.defineProperty(globalThis, name, { value: name === 'window' ? window : window[name], configurable: true, writable: true });
}
globalThis.IS_REACT_ACT_ENVIRONMENT = true;

const { act } = await import('react');
const { createRoot } = await import('react-dom/client');

/** Draws an element on a new page; `close` takes it away. */
export async function draw(element) {
  const place = document.body.appendChild(document.createElement('div'));
  const root = createRoot(place);
  await act(async () => root.render(element));
  return {
    place,
    one: (selector) => place.querySelector(selector),
    draw: (next) => act(async () => root.render(next)),
    close: async () => {
      await act(async () => root.unmount());
      place.remove();
    },
  };
}

/** Types as a person does, as far as React sees it. */
export async function type(input, value) {
  await act(async () => {
    input.focus();
    const prototype = Object.getPrototypeOf(input);
    if (input.type === 'checkbox' || input.type === 'radio') {
      if (input.checked !== value) input.click();
    } else {
      Object.getOwnPropertyDescriptor(prototype, 'value').set.call(input, value);
      input.dispatchEvent(new window.Event(input.tagName === 'SELECT' ? 'change' : 'input', { bubbles: true }));
    }
  });
}

export async function leave(input) {
  await act(async () => {
    input.focus();
    input.blur();
  });
}

export async function submit(form) {
  await act(async () => {
    form.dispatchEvent(new window.Event('submit', { bubbles: true, cancelable: true }));
  });
}
