import { Component, type ReactNode } from "react";
import { Failure } from "./failure.tsx";

const fault =
  "This cannot be shown: a fault of the page. What is kept is not lost. If it does not go with another try, load the page again.";

type BoundaryProps = { meanwhile?: ReactNode; children: ReactNode };

/** Keeps a fault in one part of the page from taking the rest with it. Only a class can tell React so. */
export class Boundary extends Component<BoundaryProps, { isBroken: boolean }> {
  static getDerivedStateFromError() {
    return { isBroken: true };
  }

  override state = { isBroken: false };

  override render(): ReactNode {
    const { meanwhile, children } = this.props;
    if (!this.state.isBroken) return children;
    return (
      <>
        {meanwhile}
        <Failure error={new Error(fault)} onRetry={() => this.setState({ isBroken: false })} />
      </>
    );
  }
}
