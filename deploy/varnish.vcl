# Varnish in front of Noaber: pages come from memory, and go on doing so while every replica is down.
vcl 4.1;

import std;
import directors;

probe ready {
    .url = "/robots.txt";
    .interval = 2s;
    .timeout = 1s;
    .window = 3;
    .threshold = 2;
}

backend one { .host = "127.0.0.1"; .port = "8081"; .probe = ready; }
backend two { .host = "127.0.0.1"; .port = "8082"; .probe = ready; }

# Who may ask for a purge: the hook that publishes a change.
acl publishers { "127.0.0.1"; "::1"; }

sub vcl_init {
    new replicas = directors.round_robin();
    replicas.add_backend(one);
    replicas.add_backend(two);
}

sub vcl_recv {
    set req.backend_hint = replicas.backend();
    if (req.method == "PURGE") {
        if (!client.ip ~ publishers) { return (synth(405)); }
        # All pages at once: what changes in one is in the lists of others.
        ban("obj.status != 0");
        return (synth(200, "Purged"));
    }
    if (req.method != "GET" && req.method != "HEAD") { return (pass); }
    unset req.http.Cookie;
    # One spelling for each of the codings and forms that there are, or each browser has its own copy.
    if (req.http.Accept-Encoding ~ "br") { set req.http.Accept-Encoding = "br"; }
    elsif (req.http.Accept-Encoding ~ "gzip") { set req.http.Accept-Encoding = "gzip"; }
    else { unset req.http.Accept-Encoding; }
    if (req.http.Accept !~ "text/markdown" && req.http.Accept !~ "application/json") { unset req.http.Accept; }
    # While a replica answers, nothing is shown that is no longer right.
    if (std.healthy(req.backend_hint)) { set req.grace = 0s; }
    return (hash);
}

sub vcl_hash {
    hash_data(req.http.X-Forwarded-Proto);
}

sub vcl_backend_fetch {
    set bereq.backend = replicas.backend();
}

sub vcl_backend_error {
    # A replica that has just gone: the other may be there.
    if (bereq.retries < 2) { return (retry); }
}

sub vcl_backend_response {
    # What Noaber says of the time for which it may be kept holds. It is kept longer to ask if it is still
    # right, and to have something to show while nobody answers.
    if (beresp.http.Cache-Control ~ "no-store") {
        set beresp.uncacheable = true;
        set beresp.ttl = 10s;
        return (deliver);
    }
    if (beresp.status >= 500) {
        # A page that is kept is better than this one.
        if (bereq.is_bgfetch) { return (abandon); }
        set beresp.uncacheable = true;
        return (deliver);
    }
    if (beresp.http.Cache-Control ~ "no-cache") { set beresp.ttl = 1s; }
    set beresp.grace = 1d;
    set beresp.keep = 7d;
    # What Varnish does by itself would keep nothing that is to be asked for anew.
    return (deliver);
}

sub vcl_deliver {
    unset resp.http.X-Varnish;
    unset resp.http.Via;
    unset resp.http.Age;
}
