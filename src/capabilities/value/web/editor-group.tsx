import type { ReactNode } from 'react';

export function EditorGroup({ title, hint, children }: { title: string; hint?: string; children: ReactNode }) {
  return (
    <section className="editor-group">
      <div className="editor-group__head">
        <h4>{title}</h4>
        {hint ? <p className="small quiet">{hint}</p> : null}
      </div>
      <div className="editor-group__fields">{children}</div>
    </section>
  );
}
