import { resolve } from 'node:path';
import { defineConfig } from 'vite';

/** The command line: one folder of ES modules in which only Node's own modules and keytar stay outside. */
export default defineConfig({
  // write-file-atomic is CommonJS and names its temporary files after its own.
  define: { __filename: 'import.meta.filename' },
  build: {
    ssr: true,
    target: 'node20',
    outDir: 'out/cli',
    emptyOutDir: true,
    rollupOptions: {
      input: { 'coze-mint': resolve('electron/cli/coze-mint.ts') },
      external: ['keytar'],
      output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
    },
  },
  ssr: { noExternal: true, external: ['keytar'] },
});
