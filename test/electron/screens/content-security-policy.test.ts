import { describe, expect, it } from 'vitest';
import {
  contentSecurityPolicy,
  developmentPolicy,
} from '../../../electron/screens/content-security-policy.ts';

describe('contentSecurityPolicy', () => {
  const directives = contentSecurityPolicy('NONCE').split('; ');

  it('starts from nothing', () => {
    expect(directives[0]).toBe("default-src 'none'");
  });

  it('runs the app’s own scripts only', () => {
    expect(directives).toContain("script-src 'self'");
    expect(contentSecurityPolicy('NONCE')).not.toMatch(/unsafe-(inline|eval)|wasm-unsafe/);
  });

  it('takes no style attribute', () => {
    expect(contentSecurityPolicy('NONCE')).not.toMatch(/style-src-attr|unsafe-hashes/);
  });

  it('names nothing remote', () => {
    expect(contentSecurityPolicy('NONCE')).not.toMatch(/https?:|wss?:|\*/);
  });

  it('forbids frames, forms and another base', () => {
    expect(directives).toEqual(
      expect.arrayContaining(["base-uri 'none'", "form-action 'none'", "frame-ancestors 'none'"]),
    );
  });
});

describe('developmentPolicy', () => {
  it('lets the page talk to its server and to nothing else', () => {
    expect(developmentPolicy('http://localhost:5173').split('; ')).toContain(
      "connect-src 'self' ws://localhost:5173",
    );
  });
});
