"""Are these economies growing together? Indicators, distances, sigma, beta, clubs, market and institutions."""
