import {
  Button,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
} from "@fluentui/react-components";
import { Component, type ReactNode } from "react";
import { useTranslation } from "react-i18next";

const Broken = ({ fault, again }: { readonly fault: unknown; readonly again: () => void }) => {
  const { t } = useTranslation();
  return (
    <div role="alert" style={{ padding: 12 }}>
      <MessageBar intent="error" layout="multiline">
        <MessageBarBody>
          <MessageBarTitle>{t("broken.title")}</MessageBarTitle>
          <br />
          {t("broken.body")}
          <details>
            <summary>{t("broken.details")}</summary>
            <code style={{ overflowWrap: "anywhere" }}>{String(fault)}</code>
          </details>
        </MessageBarBody>
        <MessageBarActions>
          <Button size="small" onClick={again}>
            {t("broken.again")}
          </Button>
        </MessageBarActions>
      </MessageBar>
    </div>
  );
};

interface BoundaryProps {
  /** A page of its own: another page starts unbroken. */
  readonly page: string;
  readonly children: ReactNode;
}

/** A fault of ours stops one page, says what to do, and keeps the entry (drafts live outside React). A class, as React asks. */
export class Boundary extends Component<BoundaryProps, { readonly fault?: unknown; readonly page?: string }> {
  override state: { readonly fault?: unknown; readonly page?: string } = {};
  static getDerivedStateFromError(fault: unknown) {
    return { fault };
  }
  static getDerivedStateFromProps(props: BoundaryProps, state: { readonly page?: string }) {
    return state.page === props.page ? null : { page: props.page, fault: undefined };
  }
  override render() {
    return this.state.fault === undefined ? (
      this.props.children
    ) : (
      <Broken fault={this.state.fault} again={() => this.setState({ fault: undefined })} />
    );
  }
}
