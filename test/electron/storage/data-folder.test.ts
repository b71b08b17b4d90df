import { describe, expect, it } from 'vitest';
import { dataFolder } from '../../../electron/storage/data-folder.ts';

describe('dataFolder', () => {
  it.each([
    [{ platform: 'darwin', env: {}, home: '/Users/a' }, '/Users/a/Library/Application Support/Coze Mint'],
    [{ platform: 'win32', env: { APPDATA: 'D:\\Roaming' }, home: 'C:\\Users\\a' }, 'D:\\Roaming\\Coze Mint'],
    [{ platform: 'win32', env: {}, home: 'C:\\Users\\a' }, 'C:\\Users\\a\\AppData\\Roaming\\Coze Mint'],
    [{ platform: 'linux', env: { XDG_CONFIG_HOME: '/conf' }, home: '/home/a' }, '/conf/Coze Mint'],
    [{ platform: 'linux', env: { XDG_CONFIG_HOME: 'conf' }, home: '/home/a' }, '/home/a/.config/Coze Mint'],
    [{ platform: 'linux', env: { XDG_CONFIG_HOME: '' }, home: '/home/a' }, '/home/a/.config/Coze Mint'],
  ])('of %j is %s', (machine, folder) => {
    expect(dataFolder(machine)).toBe(folder);
  });
});
