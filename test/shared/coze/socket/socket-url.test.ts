import { describe, expect, it } from 'vitest';
import { socketUrl } from '../../../../shared/coze/socket/socket-url.ts';

describe('socketUrl', () => {
  it.each([
    ['https://api.coze.cn/v1/chat?bot_id=7', 'wss://ws.coze.cn/v1/chat?bot_id=7'],
    ['https://api.coze.com/v1/audio/speech', 'wss://ws.coze.com/v1/audio/speech'],
    ['https://api.coze.cn.evil.example/v1/chat', 'wss://api.coze.cn.evil.example/v1/chat'],
    ['https://api.coze.cn:8443/v1/chat', 'wss://api.coze.cn:8443/v1/chat'],
    ['https://gateway.example/v1/chat', 'wss://gateway.example/v1/chat'],
    ['http://127.0.0.1:8080/http/x', 'ws://127.0.0.1:8080/http/x'],
  ])('is for %s the URL %s', (api, socket) => {
    expect(socketUrl(api)).toBe(socket);
  });
});
