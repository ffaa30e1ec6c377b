export const AdoptPage = () => null;
