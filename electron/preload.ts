import { contextBridge, type IpcRendererEvent, ipcRenderer, webUtils } from 'electron';
import type { BridgeEvent, BridgePort } from '../shared/bridge.ts';
import { bridgeChannels } from '../shared/bridge-channels.ts';

const port: BridgePort = {
  call: (callId, name, input) => ipcRenderer.invoke(bridgeChannels.call, callId, name, input),
  cancel: (callId) => ipcRenderer.send(bridgeChannels.cancel, callId),
  addFile: (file) => ipcRenderer.invoke(bridgeChannels.file, webUtils.getPathForFile(file)),
  subscribe: (listener) => {
    const hear = (_: IpcRendererEvent, event: BridgeEvent) => listener(event);
    ipcRenderer.on(bridgeChannels.event, hear);
    return () => {
      ipcRenderer.removeListener(bridgeChannels.event, hear);
    };
  },
};

contextBridge.exposeInMainWorld('cozeMint', port);
