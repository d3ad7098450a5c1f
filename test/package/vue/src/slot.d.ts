// Vue's strict templates do not know the attribute by which a child of an element says where it goes.
declare module 'vue' {
  interface HTMLAttributes {
    slot?: string;
  }
}
export {};
