package dev.hoga.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.hoga.core.Environment;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BrokerHostsTest {
    private static final BrokerHosts HOSTS = new BrokerHosts("api.example.com", "mock.example.com");

    @ParameterizedTest
    @CsvSource({"api.example.com,true,false", "API.Example.com:9443,true,false", "mock.example.com:29443,false,true", "127.0.0.1:8080,true,true",
        "'',true,true", "api.example.com.evil,true,true"})
    void admitsKeysOfTheEnvironmentThatTheHostNames(String host, boolean live, boolean mock) {
        var exchange = new MemoryExchange("GET", "/", "").with("Host", host);
        assertEquals(live, HOSTS.admits(exchange, Environment.LIVE));
        assertEquals(mock, HOSTS.admits(exchange, Environment.MOCK));
    }

    @ParameterizedTest
    @CsvSource({"ops.example.com:21000,true,false", "OPS.example.com:31000,false,true", "ops.example.com,true,true", "ops.example.com:1,true,true"})
    void tellsHostsOfOneNameApartByTheirPorts(String host, boolean live, boolean mock) {
        var hosts = new BrokerHosts("ops.example.com:21000", "ops.example.com:31000");
        assertEquals(live, hosts.admits(host, Environment.LIVE));
        assertEquals(mock, hosts.admits(host, Environment.MOCK));
    }
}
