"""A page of every kind on the real site."""

PAGES = (
    "/",
    "/countries/",
    "/countries/kazakhstan/",
    "/countries/tuvalu/",
    "/indicators/",
    "/indicators/population/",
    "/indicators/visitor_arrivals/",
    "/topics/health/",
    "/groups/",
    "/groups/central-asia/",
    "/essays/",
    "/essays/kazakhstan-soft-power/",
    "/essays/central-asia/",
    "/compare/",
    "/compare/?c=KAZ,UZB,TUR&i=life_expectancy,visitor_arrivals",
    "/about/",
    "/methods/",
    "/search/",
    "/404.html",
)
