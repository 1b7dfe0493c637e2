// Where questions are written into the engine's memory and answers are read from it, in place: nothing asks for memory, and nothing
// is copied twice.

/** Longer questions get memory of their own, which is given back. */
const LENGTH_MAX = 2 ** 16;
/** In what a question gives: its answer is an error, and the rest is the error's length. */
const FAULT = 2 ** 31;

/** How requests are asked of one engine: `memory` gives its memory, `Exchange` is the place in it. */
export function exchangeOf(memory, Exchange) {
  const encoder = new TextEncoder();
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true, fatal: true });
  let place;
  let room = new Uint8Array(0);

  /** Makes room for so many bytes, anew where the memory has grown and the old view is empty. */
  function makeRoom(bytes) {
    place ??= new Exchange();
    const size = Math.max(bytes, room.length, 4096);
    // First, as it may make the memory grow, whose buffer is another one then.
    const at = place.room(size) >>> 0;
    room = new Uint8Array(memory().buffer, at, size);
  }

  /** What a company of the engine answers; throws what the engine throws. */
  return function evaluate(company, request) {
    if (request.length > LENGTH_MAX) return company.evaluate(request);
    // No character has more bytes.
    if (place === undefined || room.length < request.length * 3) makeRoom(request.length * 3);
    const said = company.evaluateIn(place, encoder.encodeInto(request, room).written);
    const length = said >>> 0;
    const bytes = new Uint8Array(memory().buffer, place.answer() >>> 0, length < FAULT ? length : length - FAULT);
    const text = decoder.decode(bytes);
    if (length >= FAULT) throw text;
    return text;
  };
}
