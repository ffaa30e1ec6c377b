import { Skeleton, SkeletonItem } from "@fluentui/react-components";
import { useTranslation } from "react-i18next";
import { PageFrame } from "./page";

/** What a page looks like while it is read. */
export const Waiting = () => {
  const { t } = useTranslation();
  return (
    <PageFrame>
      <Skeleton aria-label={t("shell.reading")} style={{ display: "grid", gap: 16 }}>
        {[72, 96, 84, 96, 60, 88].map((width, at) => (
          <div key={at} style={{ display: "grid", gap: 6 }}>
            <SkeletonItem size={12} style={{ width: `${width / 2}%` }} />
            <SkeletonItem size={24} style={{ width: `${width}%` }} />
          </div>
        ))}
      </Skeleton>
    </PageFrame>
  );
};
