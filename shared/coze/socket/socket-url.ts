const cozeApi = /^https:\/\/api\.(?=coze\.(?:cn|com)\/)/;

/**
 * The URL of a WebSocket in place of the API's own. Coze's WebSockets have a host of their own beside that of the API,
 * such as `ws.coze.cn`; any other API has them itself.
 *
 * @param url - `http:` or `https:`
 */
export function socketUrl(url: string): string {
  return cozeApi.test(url) ? url.replace(cozeApi, 'wss://ws.') : url.replace(/^http/, 'ws');
}
