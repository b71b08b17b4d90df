import { type NativeImage, nativeImage } from 'electron';

/** build/icon.svg as PNG, 32 px wide, in base64. */
const coloured = [
  'iVBORw0KGgoAAAANSUhEUgAAACAAAAAgCAYAAABzenr0AAAEsklEQVRYw+2X229UVRSHv3XOXCntwJRbO6UtLUJrwSoEUVDwEiMk',
  'LSGiJMYHX/wTJPF/kCcTEx81MUYevNJIjNFEohESCLdIy62XgbG17fQybWfmnJmzlw8zUyq0MFN4052sZHLOmb3W/vZee/0W/NeH',
  'LPYw8u4B1M0jIj4gDNjLnN8DMqqatwJ+pj479eAAIm+/hqoBqAG6QboQNgGBZQbgogyA9gAngZRYFtNf/HR/ADVHXyn9bEQ4DhwG',
  '8T8e0JoDvkE5BsQRSJ34BQDf/CemuHKR4yhvFZ8+rq32A0cBQfU9IFV6YQNUv7G/CEOPoHyAYqNF/2WbYjyDMQZUUWMwnkFKmAvf',
  'bQG9CnIl2N6E2ztUIKCqYIyNSBdoRdhVC5T8fh/NTRuJRlfxV2KYVZEaqququNk/yMTkJIiUSHSh5gQi3t0tKOCvQmmpwDWI0P7U',
  'kzQ2N7G2NsrTndupDq/AmUuzemU1IZ+fDz/6mLHxcWxrPpFaQKtQTS0IQAEs0ECZrrF9Nm07tnPgzW6ikQgByyZg2ahlUb06giU2',
  'WTfHzOxccX5T+nug4Iu7h1CNVoS8Zs1q9h5+naYnNmGHg2RyLsb2E48Pce3in+x+fhctzc3MzMwwOTmFqC7pw1dMgfIDMIZYWwux',
  'bZuxxCbtOHiWjYQszv52htOnfkYEYo0NBFeGicXqSNxJYC9xlVVMQBCq69eRcV2yTp7cbBorb6hdU8uGphj7Dr7K1s4OXC+Pm86Q',
  'HE8Ws+JBBEz5BMSykICPuWyW5LVB1jXUMTZ4m+TIKFu2tdO5ZxcBsXGMx4XzF4kPDCG6tA+rRKBcM3mPTDqDZwtOLkc6kyF+vZ9M',
  'NktyPEk6m8XxcrjGYzyZJOe48wTutWURUKNMDCao39lOJpNh4OJV2l/eTTgcxkNwjIethszUFIM3+qFwxyw5X+VZYAwTt24zPTaB',
  'h+JfVU1yZIyg309jWyueDdOpFKe/PEnfucv/uqwe+QyoKr5wiPo9nVhVISKtDUTWRvGLhZ1XCPpxjEei7ya9Zy5gjFm83i+LgCq+',
  'cJDWrhfZsKuDkbNXSPx+iejmjdQ2xwiFw2jWZTo+zJ0r18m7ubLKWVkESitv7d5H/Z5OZhOjDP74B9nkNDPxEeL2ecSSwiH1PEQE',
  'ESmL6sOzwDP4QgFaD+1jw7MdONMzrFgfpWH/TuxgoW6pZzA5D/UMgoCWl1nzAaBmcTMGXyhI66GXiL3wDJM3bnP5k6+YvpUg0lyP',
  'HfAX6Oky7aFnQJWG/Tuo39uJyeVYGVtLMLKSq59+j/hsnKnZooxYvhC15quhUYMxLqaw8oIps4lR+r/7lb7Pf0AQ2t45SChaQ3p4',
  'fJ5SheaoUe/+i0hkDtV+YPfCaEfP987X4HzWpe657eRmMiwo45WOAYR0idqCLTAeSA/okaVU8Oi5XsYv3cC4ORApKejKVDLSA8YT',
  'se5qQvP3BNb6KMAQqltROpbWfV5R4ymV60a+Bo4DTv7SzXtUsWdASAHHingOL6UPKwcvOeBbhPdLUmzRxsRqa0Qsq9SYdIF2o4/Y',
  'mAgDICeBHiClxmD64g9uzWitww4EUNXH0pqJSN5zXOgf5v9x7/gHxQz8LCbUUOsAAAAASUVORK5CYII=',
].join('');

/** Only its leaf and shaft, black on nothing, 36 px wide: macOS colours it for light and dark menu bars. */
const template = [
  'iVBORw0KGgoAAAANSUhEUgAAACQAAAAkCAYAAADhAJiYAAACWElEQVRYw+3XS0hVQRwG8J9pWlZoPqIkLIQggiKKCFoVobXosQki',
  'otr1WLStTW1bWWs3LYI2QYugVj0Igh5Eb7KisMIy6WFWWJqlt81fONyuInrPNcIPhjN37syc7/znm+8/wyQm8Z+hOOX5azAP3+L3',
  'DFTEszfXgKI8vrwItehBHXZhMypxLp6LUIW32IlPaUViCrbjPi7hGQaRGaY8DGKpYQ8+j0Agu1yLZfsLJePU33qswEHMztGnJ4jO',
  'wbRE+wt8z3dUlqNjhCh0Yzfm4xD6Ev81p7FMR7MIDGIgoZ07IWRoQHuib1u05RTjWFCK1VltvTgbkYDq6DMTa8MChtCNr/nUUDnm',
  'Rv1BPJfgEdbhJS6jJTTUgOmJ8efRlU9CpUFKTPw8NFWO67iLHVgYJYmnOD2Sf4wF/fgR9bqEwQ3iGFbGzsrlxh3ozDehHryKem3o',
  '5hbehzu34ngsTSZrbNVwHjReHIiI9GMvtgapoZ3UF16TdOwubEsruX7EphDtxfjyN7iBxyhDfSJfdoYfnckRtbxgY7ykNYT6K0g+',
  'iXx2L8unDqeZuzaEhjJ4F7vs9zCOPRjZvWk0E5eMkUxLbOfX2B9R2RK5bUEsV1+QvYkLEclUI9OOxhwfWBk7rwJT01ympgSZTOhm',
  '2UQddZsiHWTwJZG5b2PpRJJpC600h/9kcKKQZBoTZDLhN9XhtM24GjmsIKiJM00m8tZAlFNhgmWJ805BrkHFWIOfOBI7ZnFopg5X',
  'Qk8FxaxYInEUHUqWH7DqX7hY1uMk9hXgkjlqlIzj2DKJSaSOP2v0t7PQ73j/AAAAAElFTkSuQmCC',
].join('');

/** The picture of the tray item, in the manner of the platform. */
export function trayIcon(platform: NodeJS.Platform): NativeImage {
  const base64 = platform === 'darwin' ? template : coloured;
  const image = nativeImage.createFromBuffer(Buffer.from(base64, 'base64'), { scaleFactor: 2 });
  image.setTemplateImage(platform === 'darwin');
  return image;
}
