/**
 * Who may import whom. The layers: shared <- services <- engine <- hosts, and shared <- renderer.
 * test/project/layers.test.ts shows for each rule here that it can fail.
 */

const services = '^electron/(keys|tokens|console|practice|doctor|storage|http|screens)/';
const engine = '^electron/(engine/|(engine|start-engine|bridge-dispatch|calls-in-flight|settle-within)[.]ts)';
const hosts = '^electron/(desktop|loopback|cli)/';
const serveCommand = '^electron/cli/commands/serve[.]ts$';
const startUp = '^electron/(main|preload)[.]ts$';
const screens = '^renderer/(mint|jwt|scope|console|keys|practice|doctor|settings)/';

const entryPoints =
  '^(electron/(main|preload)|electron/cli/coze-mint|renderer/app/main)[.]tsx?$|[.]worker[.]ts$';

/** A package by name, whether it is installed or not. @param {string} name */
const packageNamed = (name) => `^${name}$|(^|/)node_modules/${name}/`;

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'shared-stands-alone',
      comment: 'shared/ is what both sides agree on; it knows neither of them.',
      severity: 'error',
      from: { path: '^shared/' },
      to: { path: '^(electron|renderer)/' },
    },
    {
      name: 'shared-without-node',
      comment: 'shared/ runs in a browser, too.',
      severity: 'error',
      from: { path: '^shared/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'renderer-only-shared',
      comment: 'Screens reach the services through the bridge.',
      severity: 'error',
      from: { path: '^renderer/' },
      to: { path: '^electron/' },
    },
    {
      name: 'renderer-without-node',
      comment: 'Screens have no Node: they are sandboxed, and run in a browser as well.',
      severity: 'error',
      from: { path: '^renderer/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'electron-without-renderer',
      comment: 'No process but the screens imports screens.',
      severity: 'error',
      from: { path: '^electron/' },
      to: { path: '^renderer/' },
    },
    {
      name: 'services-below-engine',
      comment: 'A service imports shared/ and other services; the engine composes them.',
      severity: 'error',
      from: { path: services },
      to: { path: '^electron/', pathNot: services },
    },
    {
      name: 'engine-below-hosts',
      comment: 'The engine does not know which host it runs in.',
      severity: 'error',
      from: { path: engine },
      to: { path: [hosts, startUp] },
    },
    {
      name: 'hosts-apart',
      comment: 'Each host stands alone.',
      severity: 'error',
      from: { path: hosts, pathNot: serveCommand },
      to: { path: hosts, pathNot: '^electron/$1/' },
    },
    {
      name: 'serve-starts-loopback',
      comment: 'The command `serve` is where the loopback host starts; it starts no other one.',
      severity: 'error',
      from: { path: serveCommand },
      to: { path: '^electron/desktop/' },
    },
    {
      name: 'hosts-not-from-start-up',
      comment: 'main.ts and preload.ts are where the desktop host starts; nothing imports them.',
      severity: 'error',
      from: {},
      to: { path: startUp },
    },
    {
      name: 'main-starts-desktop',
      comment:
        'main.ts starts the desktop host, or the command line as a whole; it takes nothing else of another host.',
      severity: 'error',
      from: { path: '^electron/main[.]ts$' },
      to: {
        path: '^electron/(loopback|cli)/',
        pathNot: '^electron/cli/(command-arguments|run-program)[.]ts$',
      },
    },
    {
      name: 'preload-only-contract',
      comment: 'preload.ts runs beside the page: it sees the contract and nothing that holds a secret.',
      severity: 'error',
      from: { path: '^electron/preload[.]ts$' },
      to: { path: '^electron/' },
    },
    {
      name: 'electron-only-in-desktop',
      comment: 'Everything else is plain Node and runs without Electron.',
      severity: 'error',
      from: { pathNot: ['^electron/desktop/', startUp] },
      to: { path: packageNamed('electron') },
    },
    {
      name: 'keytar-only-in-one-file',
      comment: 'One file talks to the keychain.',
      severity: 'error',
      from: { pathNot: '^electron/keys/keytar-backend[.]ts$' },
      to: { path: packageNamed('keytar') },
    },
    {
      name: 'undici-only-in-client',
      comment: 'One client sends all requests, so that its limits hold for all of them.',
      severity: 'error',
      from: { pathNot: '^electron/http/(client|dispatchers|web-socket)[.]ts$' },
      to: { path: packageNamed('undici') },
    },
    {
      name: 'node-http-only-to-serve',
      comment: 'Only practice Coze and the loopback host listen; nothing sends requests by node:http.',
      severity: 'error',
      from: { pathNot: '^electron/(practice|loopback)/' },
      to: { path: [packageNamed('@hono/node-server'), '^(node:)?(http|https|http2)$'] },
    },
    {
      name: 'sockets-only-in-http',
      comment:
        'Raw sockets belong to the HTTP client, to what listens, to the lock of the data folder, and to what ends the line to a keychain that hangs.',
      severity: 'error',
      from: {
        pathNot: '^electron/((http|practice|loopback)/|storage/profile-lock[.]ts|keys/keychain-line[.]ts)',
      },
      to: { path: '^(node:)?(net|tls|dgram)$' },
    },
    {
      name: 'screens-apart',
      comment: 'Screens share app/, ui/, i18n/ and shared/, not each other.',
      severity: 'error',
      from: { path: screens },
      to: { path: screens, pathNot: '^renderer/$1/' },
    },
    {
      name: 'primitives-know-no-screen',
      comment: 'ui/ and i18n/ are used by screens, and do not use them.',
      severity: 'error',
      from: { path: '^renderer/(ui|i18n)/' },
      to: { path: [screens, '^renderer/app/'] },
    },
    {
      name: 'no-tests-in-production',
      comment: 'Nothing that ships imports tests or scripts.',
      severity: 'error',
      from: { path: '^(shared|electron|renderer)/' },
      to: { path: '^(test|scripts)/' },
    },
    {
      name: 'no-cycles',
      comment: 'Of two files that import each other, neither can be understood first. Types count.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-orphans',
      comment: 'What no entry point reaches does not ship: remove it or use it.',
      severity: 'error',
      from: { path: entryPoints },
      to: { path: '^(shared|electron|renderer)/', pathNot: [entryPoints, '[.]d[.]ts$'], reachable: false },
    },
    {
      name: 'no-unresolved',
      comment: 'An import that resolves to nothing hides from every other rule.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '[?]' },
    },
    {
      name: 'no-undeclared-packages',
      comment: 'A package that only another one brings can vanish with it.',
      severity: 'error',
      from: { path: '^(shared|electron|renderer)/' },
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    // Type-only imports count: a layer that needs another's types depends on it.
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.d.ts', '.mjs', '.cjs', '.js', '.json', '.css'],
    },
  },
};
