package org.roentgen.dicom.network;

import java.net.InetAddress;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;

/** Counts open associations in all and by peer. */
final class AssociationCounter {
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<InetAddress, Integer> byPeer = new HashMap<>();
    private final AssociationLimits limits;
    private int total;

    AssociationCounter(AssociationLimits limits) {
        this.limits = limits;
    }

    /** Takes a place for this peer; false when there is none. */
    boolean tryEnter(InetAddress peer) {
        lock.lock();
        try {
            int ofPeer = byPeer.getOrDefault(peer, 0);
            if (total >= limits.associations() || ofPeer >= limits.associationsPerPeer()) {
                return false;
            }
            total++;
            byPeer.put(peer, ofPeer + 1);
            return true;
        } finally {
            lock.unlock();
        }
    }

    void leave(InetAddress peer) {
        lock.lock();
        try {
            total--;
            byPeer.computeIfPresent(peer, (_, count) -> count == 1 ? null : count - 1);
        } finally {
            lock.unlock();
        }
    }
}
