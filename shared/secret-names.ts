/** Names of headers whose values are secrets, whatever they look like. */
export const secretHeader = /authorization|cookie|token|secret|api-?key|password|signature|credential/i;

/** The same of parameters; `page_token` and the like are none. */
export const secretParameter =
  /^(?:access_?token|refresh_?token|id_?token|token|api_?key|secret|client_?secret|password|passwd|pwd|sign|signature|authorization|credential)$/i;
