/** Given by `build.mjs`. */
declare module '*?compiled' {
  const base64: string
  export default base64
}
