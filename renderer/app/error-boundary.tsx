import { Component, type ReactNode } from 'react';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';

interface Props {
  readonly text: string;
  readonly reload: string;
  readonly children: ReactNode;
}

/** Keeps a screen that throws from blanking the window. */
export class ErrorBoundary extends Component<Props, { readonly failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override render() {
    if (!this.state.failed) return this.props.children;
    return (
      <EmptyState action={<Button onPress={() => location.reload()}>{this.props.reload}</Button>}>
        {this.props.text}
      </EmptyState>
    );
  }
}
