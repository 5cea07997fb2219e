package org.roentgen.inference.engine;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Function;
import org.roentgen.domain.object.ObjectId;

/** Keeps the models used last in memory, so that only the first study of a model waits for it to load. */
@ApplicationScoped
public class ModelCache {
    private final ModelLoader loader;
    private final int capacity;
    private final LinkedHashMap<ObjectId, LoadedModel> warm = new LinkedHashMap<>(16, 0.75f, true);

    ModelCache(ModelLoader loader, EngineConfiguration configuration, MeterRegistry metrics) {
        this.loader = loader;
        this.capacity = Math.max(1, configuration.warmModels());
        metrics.gaugeMapSize("roentgen.inference.warm.models", List.of(), warm);
    }

    /** Uses a model while no one can evict it. */
    public synchronized <T> T use(ObjectId packageId, Function<LoadedModel, T> action) {
        LoadedModel model = warm.get(packageId);
        if (model == null) {
            model = loader.load(packageId);
            warm.put(packageId, model);
            evict();
        }
        return action.apply(model);
    }

    private void evict() {
        while (warm.size() > capacity) {
            ObjectId eldest = warm.keySet().iterator().next();
            LoadedModel evicted = warm.remove(eldest);
            if (evicted != null) {
                evicted.close();
            }
        }
    }

    @PreDestroy
    synchronized void close() {
        new ArrayList<>(warm.values()).forEach(LoadedModel::close);
        warm.clear();
    }
}
