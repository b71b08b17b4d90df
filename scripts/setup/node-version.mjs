// Imported before everything else, so that an old Node says what is wrong in one line. Keep the syntax plain.
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`Coze Mint needs Node 20.19 or newer; this is Node ${process.versions.node}.`);
  process.exit(1);
}
