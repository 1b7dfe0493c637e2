// What Vite makes modules of.
declare module '*?raw' {
  const text: string;
  export default text;
}

declare module '*.css';

declare module 'virtual:order-graph' {
  /** The life of an item as a Mermaid state diagram. */
  const graph: string;
  export default graph;
}
