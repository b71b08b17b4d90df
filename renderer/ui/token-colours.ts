import { RangeSetBuilder } from '@codemirror/state';
import {
  Decoration,
  type DecorationSet,
  type EditorView,
  ViewPlugin,
  type ViewUpdate,
} from '@codemirror/view';

const tones = ['cm-jwt-header', 'cm-jwt-payload', 'cm-jwt-signature'].map((name) =>
  Decoration.mark({ class: name, inclusive: true }),
);

/** Characters of tokens in a row; each place of the text is looked at once, however long the row is. */
const tokenRow = /[\w+/=*.-]{10,}/g;

function segmentsOf(row: string): readonly string[] {
  const segments = row.split('.', 6);
  const [header = '', payload = ''] = segments;
  return segments.length > 2 && header.length >= 4 && payload.length >= 2 ? segments : [];
}

function decorate({ state }: EditorView): DecorationSet {
  const builder = new RangeSetBuilder<Decoration>();
  for (const match of state.doc.toString().matchAll(tokenRow)) {
    let at = match.index;
    for (const [index, segment] of segmentsOf(match[0]).entries()) {
      const tone = tones[index];
      if (tone && segment.length > 0) builder.add(at, at + segment.length, tone);
      at += segment.length + 1;
    }
  }
  return builder.finish();
}

/** A text up to this length is coloured anew at each change. */
const shortText = 16_384;

/** True when a change may move the borders of segments, and not only what is between them. */
function movesBorders({ changes, startState }: ViewUpdate): boolean {
  let moves = false;
  changes.iterChanges((from, to, _fromB, _toB, inserted) => {
    const texts = [startState.sliceDoc(from, to), inserted.toString()];
    moves ||= texts.some((text) => text.length > 256 || !/^[\w+/=*-]*$/.test(text));
  });
  return moves;
}

/** Shows the three segments of every compact token in their tones. */
export const tokenColours = ViewPlugin.fromClass(
  class {
    decorations: DecorationSet;

    constructor(view: EditorView) {
      this.decorations = decorate(view);
    }

    update(update: ViewUpdate) {
      if (!update.docChanged) return;
      const isShort = update.state.doc.length <= shortText;
      this.decorations =
        isShort || movesBorders(update) ? decorate(update.view) : this.decorations.map(update.changes);
    }
  },
  { decorations: (plugin) => plugin.decorations },
);
