import type { Dollars, Watts } from "../../knowledge/units.ts";
import type { ThermalRemark } from "../power/thermal.ts";
import type { ToolResult } from "../tool.ts";
import type { BillLine } from "./bill.ts";
import type { FleetInput } from "./fleet-input.ts";
import type { UnitPrice } from "./unit-prices.ts";

/** What the same fleet costs at another price on record. */
export type PricedTotal = Pick<UnitPrice, "value" | "kind" | "date" | "source"> & { totalUsd: Dollars };

/** What a fleet costs over its years, part by part; money is null where no price is on record. USD, kWh. */
export type FleetCost = ToolResult & {
  names: { device: string; powerMode: string | null; model: string | null };
  unitPrices: (UnitPrice & { totalUsd: Dollars })[];
  unitPriceUsd: Dollars | null;
  hardwareUsd: Dollars | null;
  sparesUsd: Dollars | null;
  replacementsUsd: Dollars | null;
  /** Mean draw of one board over its hours. */
  wattsPerDevice: Watts | null;
  energyKwh: number | null;
  energyUsd: Dollars | null;
  totalUsd: Dollars | null;
  perDevicePerYearUsd: Dollars | null;
  perThousandAnswersUsd: Dollars | null;
  /** The same total with the newest price that a document prints. */
  byDocumentPrice: PricedTotal | null;
  lines: BillLine[];
  /** Why money is missing, where it is. */
  message: string | null;
  thermal: ThermalRemark[];
  resolved: FleetInput;
  assumptions: string[];
};
