package dungeon.ingest.http;

import dungeon.ingest.config.IngestConfig;
import dungeon.platform.tracing.Tracing;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverters;
import org.springframework.web.filter.UrlHandlerFilter;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.ContentNegotiationConfigurer;
import org.springframework.web.servlet.config.annotation.CorsRegistry;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** How requests are read: bodies as JSON trees, and who sent them. */
@Configuration(proxyBeanMethods = false)
class WebConfig implements WebMvcConfigurer {
    private static final Pattern BELOW_HEALTH = Pattern.compile("/health/[^/]*/+[^/]");

    private final IngestConfig config;
    private final CallerResolver callers;
    private final RateGate rates;
    private final LoggedGame loggedGame;

    WebConfig(IngestConfig config, CallerResolver callers, RateGate rates, LoggedGame loggedGame) {
        this.config = config;
        this.callers = callers;
        this.rates = rates;
        this.loggedGame = loggedGame;
    }

    @Override
    public void configureMessageConverters(HttpMessageConverters.ServerBuilder converters) {
        converters.addCustomConverter(new JsonTreeConverter(config.limits()));
    }

    @Override
    public void configureContentNegotiation(ContentNegotiationConfigurer negotiation) {
        // There is JSON only, and it would be a pity to register a player and then find no form to say so in.
        negotiation.ignoreAcceptHeader(true).defaultContentType(MediaType.APPLICATION_JSON);
    }

    @Override
    public void addCorsMappings(CorsRegistry registry) {
        registry.addMapping("/**")
                .allowedOrigins(config.allowedOrigins().toArray(String[]::new))
                .allowedMethods("*")
                .exposedHeaders(HttpHeaders.RETRY_AFTER, RateGate.HEADER, RateGate.POLICY_HEADER);
    }

    /** Around all else, so that a trace has the time of all of it. */
    @Bean
    FilterRegistrationBean<TraceFilter> traces(Tracing tracing) {
        FilterRegistrationBean<TraceFilter> filter = new FilterRegistrationBean<>(new TraceFilter(tracing));
        // A request whose body came later goes through once more.
        filter.setDispatcherTypes(DispatcherType.REQUEST, DispatcherType.ASYNC);
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return filter;
    }

    /** An address with a slash at its end is the same, as it is for the queries. */
    @Bean
    FilterRegistrationBean<UrlHandlerFilter> trailingSlashes() {
        FilterRegistrationBean<UrlHandlerFilter> filter = new FilterRegistrationBean<>(
                UrlHandlerFilter.trailingSlashHandler("/**").wrapRequest().build());
        filter.setOrder(Ordered.LOWEST_PRECEDENCE - 1);
        return filter;
    }

    /** Spring Boot fails where somebody asks for parts of a part of its health that there is not; here no part has any. */
    @Bean
    FilterRegistrationBean<Filter> healthWithoutDepth() {
        FilterRegistrationBean<Filter> filter = new FilterRegistrationBean<>((request, response, chain) -> {
            if (BELOW_HEALTH
                    .matcher(((HttpServletRequest) request).getServletPath())
                    .lookingAt()) {
                ((HttpServletResponse) response).sendError(HttpStatus.NOT_FOUND.value());
            } else {
                chain.doFilter(request, response);
            }
        });
        filter.addUrlPatterns("/health/*");
        filter.setOrder(Ordered.LOWEST_PRECEDENCE - 1);
        return filter;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(callers);
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(loggedGame);
        registry.addInterceptor(rates);
    }
}
