import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));

interface Manifest {
  readonly private: boolean;
  readonly engines: Readonly<Record<string, string>>;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
  readonly optionalDependencies: Readonly<Record<string, string>>;
  readonly scripts: Readonly<Record<string, string>>;
  readonly allowScripts: Readonly<Record<string, boolean>>;
}
interface Lock {
  readonly packages: Readonly<
    Record<
      string,
      {
        readonly resolved?: string;
        readonly integrity?: string;
        readonly optionalDependencies?: Readonly<Record<string, string>>;
      }
    >
  >;
}

const manifest: Manifest = JSON.parse(readFileSync(`${root}package.json`, 'utf8'));
const lock: Lock = JSON.parse(readFileSync(`${root}package-lock.json`, 'utf8'));
const locked = Object.entries(lock.packages).filter(([path]) => path !== '');

describe('package.json', () => {
  const wanted = { ...manifest.devDependencies, ...manifest.optionalDependencies };

  it.each(Object.entries(wanted))('pins %s to one version', (_, version) => {
    expect(version).toMatch(/^(npm:(@[\w.-]+\/)?[\w.-]+@)?\d+\.\d+\.\d+$/);
  });

  it('needs only keytar at run time, since everything else is bundled', () => {
    expect(manifest.dependencies).toBeUndefined();
    expect(Object.keys(manifest.optionalDependencies)).toEqual(['keytar']);
  });

  it('lets keytar alone run an install script', () => {
    const allowed = Object.entries(manifest.allowScripts).filter(([, mayRun]) => mayRun);
    expect(allowed).toEqual([['keytar', true]]);
  });

  it('is not published by accident, and says which Node it needs', () => {
    expect(manifest.private).toBe(true);
    expect(manifest.engines).toEqual({ node: '>=20.19.0' });
  });
});

describe('package-lock.json', () => {
  it('names no place to download from', () => {
    expect(locked.filter(([, { resolved }]) => resolved !== undefined).map(([path]) => path)).toEqual([]);
  });

  it('knows the packages for other platforms, without which npm ci refuses the lock', () => {
    const paths = locked.map(([path]) => path);
    const wanted = locked.flatMap(([, { optionalDependencies = {} }]) => Object.keys(optionalDependencies));
    expect(wanted.filter((name) => !paths.some((path) => path.endsWith(`node_modules/${name}`)))).toEqual([]);
  });

  it('knows every package by its hash', () => {
    expect(locked.length).toBeGreaterThan(100);
    expect(locked.filter(([, { integrity }]) => integrity === undefined).map(([path]) => path)).toEqual([]);
  });
});
