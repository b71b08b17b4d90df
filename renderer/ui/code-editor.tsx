import { lazy, Suspense } from 'react';
import styles from './code-editor.module.css';
import type { CodeEditorProps } from './code-editor-props.ts';

const CodeMirror = lazy(() => import('./code-mirror.tsx').then((module) => ({ default: module.CodeMirror })));

/** An editor that is loaded when first needed; until then its place is kept. */
export function CodeEditor(props: CodeEditorProps) {
  return (
    <div
      className={styles.frame}
      data-invalid={props.isInvalid || undefined}
      data-readonly={!props.onChange || undefined}
    >
      <Suspense fallback={<pre className={styles.waiting}>{props.value.slice(0, 4000)}</pre>}>
        <CodeMirror {...props} />
      </Suspense>
    </div>
  );
}
