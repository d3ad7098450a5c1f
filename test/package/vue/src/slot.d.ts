// Vue's strict templates do not know the `slot` attribute.
declare module 'vue' {
  interface HTMLAttributes {
    slot?: string;
  }
}
export {};
