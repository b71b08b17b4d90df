import { RangeSetBuilder } from '@codemirror/state';
import {
  Decoration,
  type DecorationSet,
  type EditorView,
  ViewPlugin,
  type ViewUpdate,
} from '@codemirror/view';

const tones = ['cm-jwt-header', 'cm-jwt-payload', 'cm-jwt-signature'].map((name) =>
  Decoration.mark({ class: name }),
);

const compactToken = /[\w+/=*-]{4,}\.[\w+/=*-]{2,}\.[\w+/=*-]*/g;

function decorate(view: EditorView): DecorationSet {
  const builder = new RangeSetBuilder<Decoration>();
  for (const { from, to } of view.visibleRanges) {
    for (const match of view.state.sliceDoc(from, to).matchAll(compactToken)) {
      let at = from + match.index;
      for (const [index, segment] of match[0].split('.').entries()) {
        const tone = tones[index];
        if (tone && segment.length > 0) builder.add(at, at + segment.length, tone);
        at += segment.length + 1;
      }
    }
  }
  return builder.finish();
}

/** Shows the three segments of every compact token in view in their tones. */
export const tokenColours = ViewPlugin.fromClass(
  class {
    decorations: DecorationSet;

    constructor(view: EditorView) {
      this.decorations = decorate(view);
    }

    update(update: ViewUpdate) {
      if (update.docChanged || update.viewportChanged) this.decorations = decorate(update.view);
    }
  },
  { decorations: (plugin) => plugin.decorations },
);
