import { EditorView } from '@codemirror/view';

/**
 * Puts what is typed over a selection in its place. Left to Chromium, it would get the colours of the selection as a style
 * attribute, which the page's policy refuses with an error on the console.
 */
export const plainTyping = EditorView.domEventHandlers({
  beforeinput: (event, view) => {
    const { inputType, data, isComposing } = event;
    const selection = view.dom.ownerDocument.getSelection();
    if (inputType !== 'insertText' || data === null || isComposing || !selection?.rangeCount) return false;
    // Chromium tells no target ranges here, and the editor's own selection may still follow.
    const { startContainer, startOffset, endContainer, endOffset } = selection.getRangeAt(0);
    const from = view.posAtDOM(startContainer, startOffset);
    const to = view.posAtDOM(endContainer, endOffset);
    if (from === to || view.state.readOnly) return false;
    const insert = view.state.toText(data);
    view.dispatch({
      changes: { from, to, insert },
      selection: { anchor: from + insert.length },
      scrollIntoView: true,
      userEvent: 'input.type',
    });
    return true;
  },
});
